/** What an action answers to its form: nothing yet, or a refusal with the words and everything that was typed. */
export type FormState = {
  /** `conflict`: somebody else saved meanwhile; the form says so and keeps what was typed. */
  status: "idle" | "refused" | "conflict" | "done";
  /** The sentence for the whole form. */
  message: string | null;
  /** Field name → the sentence beside that field. */
  fields: Record<string, string>;
  /** What was typed, by field name, to fill the form again. */
  values: Record<string, string[]>;
  /** What has to be shown once more before it is done: the form grows a field for it. */
  asks: "password" | "code" | null;
  /** What is shown this once and never again, such as recovery codes. */
  reveals: string[];
  /** A new id for the next try, once this one was carried out. */
  nextRequestId: string | null;
};

export const idleForm: FormState = {
  status: "idle",
  message: null,
  fields: {},
  values: {},
  asks: null,
  reveals: [],
  nextRequestId: null,
};

export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;
