import "./globals.css";
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-inter",
});

export const metadata: Metadata = {
  title: { default: "EZ360PM", template: "%s · EZ360PM" },
  description: "Clients, projects, time, invoices, payments and double-entry books for small service firms.",
  applicationName: "EZ360PM",
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

/** Reads the request, so that every page is drawn for it: a page drawn beforehand would have no nonce and lose its scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined} className={inter.variable}>
      <body className="font-sans">
        <CSPProvider nonce={nonce}>
          <div className="isolate">{children}</div>
        </CSPProvider>
      </body>
    </html>
  );
}
