import "server-only";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";

/** Light, dark, or whatever the system says. Kept in a cookie, so that the first paint is right. */
export async function chooseTheme(formData: FormData): Promise<void> {
  const theme = formData instanceof FormData ? String(formData.get("theme")) : "system";
  const jar = await cookies();
  if (theme === "light" || theme === "dark") {
    jar.set("theme", theme, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
  } else jar.delete("theme");
  revalidatePath("/", "layout");
}
