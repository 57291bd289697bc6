/**
 * Whether a form came whole: all parts of it, or the arguments of an action as a list. Next, which reads it again, answers
 * what is garbled or broken off with 500. What the fields say is asked by the doors.
 */
export async function isWhole(request: Request): Promise<boolean> {
  const type = request.headers.get("content-type")?.toLowerCase() ?? "";
  try {
    const parts = type.startsWith("multipart/form-data") ? await request.formData() : null;
    if (request.headers.has("next-action")) return isArguments(parts ? parts.get("0") : await request.text());
    if (type.startsWith("application/json")) JSON.parse(await request.text());
    return true;
  } catch {
    return false;
  }
}

/** A list, in which none is an action itself: no form of ours hands one over, and one that is not there ends in 500. */
function isArguments(text: unknown): boolean {
  return typeof text === "string" && Array.isArray(JSON.parse(text)) && !/"\$[Fh]/.test(text);
}
