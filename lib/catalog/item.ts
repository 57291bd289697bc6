export const itemKinds = ["service", "product"] as const;
export type ItemKind = (typeof itemKinds)[number];
