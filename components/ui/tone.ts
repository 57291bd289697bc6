import type { IconName } from "./icon";

export type Tone = "neutral" | "info" | "violet" | "teal" | "success" | "warning" | "danger";

export const toneClass: Record<Tone, string> = {
  neutral: "bg-neutral-bg text-neutral-fg",
  info: "bg-info-bg text-info-fg",
  violet: "bg-violet-bg text-violet-fg",
  teal: "bg-teal-bg text-teal-fg",
  success: "bg-success-bg text-success-fg",
  warning: "bg-warning-bg text-warning-fg",
  danger: "bg-danger-bg text-danger-fg",
};

/** The icon a tone wears where no other is named, so that colour never speaks alone. */
export const toneIcon: Record<Tone, IconName> = {
  neutral: "circle-dashed",
  info: "circle-dot",
  violet: "eye",
  teal: "check",
  success: "circle-check",
  warning: "triangle-alert",
  danger: "circle-alert",
};
