import type { PhonePlace } from "./data-column";

/** A cell's class by its place on a phone's card; table.css draws it. */
export const partClass: Record<PhonePlace, string> = {
  title: "t-part t-title",
  figure: "t-part t-figure",
  line: "t-part t-line",
  badge: "t-part t-badge",
  none: "t-none",
};
