export const menuEntryClass =
  "flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 text-left outline-none select-none data-highlighted:bg-surface-3 pointer-coarse:min-h-11";
