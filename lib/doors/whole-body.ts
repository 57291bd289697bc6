/**
 * Whether a form came whole: all parts of it, or the arguments of an action as a list. Next, which reads it again, answers
 * what is garbled or broken off with 500. What the fields say is asked by the doors.
 */
export async function isWhole(request: Request): Promise<boolean> {
  const type = request.headers.get("content-type")?.toLowerCase() ?? "";
  try {
    if (type.startsWith("multipart/form-data")) await request.formData();
    else if (request.headers.has("next-action")) return Array.isArray(JSON.parse(await request.text()));
    return true;
  } catch {
    return false;
  }
}
