"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isReturned, useFormContext } from "@/components/form/form-context";

/** After a refusal asks anew what is open, which another payment may have changed meanwhile. What was typed stays. */
export function FreshFigures() {
  const { state } = useFormContext();
  const router = useRouter();
  useEffect(() => {
    if (isReturned(state)) router.refresh();
  }, [state, router]);
  return null;
}
