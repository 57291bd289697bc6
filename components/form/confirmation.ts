import type { ReactNode } from "react";

/** What is asked before an act that can't be taken back: on what, how much, with what effect. */
export type Confirmation = {
  /** A question that names the object: “Void invoice INV-1042?”. */
  title: string;
  facts?: { term: string; value: string }[];
  /** What will have changed afterwards. */
  effect: ReactNode;
  /** The word on the button: “Void invoice”. */
  action: string;
  danger?: boolean;
  /** Ask only if this submit button was pressed, by its value. */
  when?: string;
};
