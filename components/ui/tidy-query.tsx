"use client";

import { useEffect, useRef } from "react";

/** Put inside a GET form: what is empty stays out of the address. */
export function TidyQuery() {
  const mark = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = mark.current?.form;
    const onData = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    };
    form?.addEventListener("formdata", onData);
    return () => form?.removeEventListener("formdata", onData);
  }, []);
  return <input ref={mark} type="hidden" disabled />;
}
