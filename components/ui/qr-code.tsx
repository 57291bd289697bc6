import { encode } from "uqr";

/** The quiet zone that scanners need around it, in modules. */
const margin = 4;

/** A picture to scan. Dark on white in both themes: many scanners do not read it the other way round. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { ecc: "M", border: margin });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} rx={margin / 2} fill="white" />
      <path d={dark} fill="black" />
    </svg>
  );
}
