"use client";

import "./globals.css";
import { ErrorPage } from "@/components/layout/error-page";

/** Stands in for the whole document when its frame itself failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Something went wrong · EZ360PM</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
