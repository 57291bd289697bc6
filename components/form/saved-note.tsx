"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";

/** What the address says was saved, until something is sent again. Its `key` is the address's, so that each save shows. */
export function SavedNote() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const end = () => setOver(true);
    document.addEventListener("submit", end, true);
    return () => document.removeEventListener("submit", end, true);
  }, []);
  return isOver ? null : (
    <Banner kind="success" live="status">
      Saved.
    </Banner>
  );
}
