import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { acceptInvitation, joinAsNew, viewInvitation } from "@/lib/doors/guest/invitation";
import { foundAnother } from "@/lib/doors/my-companies";
import { listSeats } from "@/lib/doors/seat";
import { sessionAt } from "@/lib/doors/session";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";
import { noon, personAt, type World, world } from "../../world";
import { invited, sessionOf } from "../companies/team";

/** The browser's cookies. */
let jar: Map<string, string>;

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    has: (name: string) => jar.has(name),
    set: (name: string, value: string, { maxAge = 1 } = {}) => (maxAge > 0 ? jar.set(name, value) : jar.delete(name)),
  }),
  headers: async () => new Headers({ "user-agent": "Firefox", "x-request-id": "req-invitation" }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("next-auth", () => ({
  getServerSession: async () => ({ user: await sessionAt(jar.get("ez360-session") ?? "", noon) }),
}));

let w: World;
let n = 0;
let email: string;

beforeAll(async () => {
  w = await world();
});

beforeEach(() => {
  n += 1;
  [jar, email] = [new Map(), `grace${n}@doors.test`];
});

async function post(action: FormAction, fields: Record<string, string>): Promise<FormState & { to?: string }> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  try {
    return await action(idleForm, data);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("to ")) return { ...idleForm, to: error.message.slice(3) };
    throw error;
  }
}

const fresh = (to = email) => invited(w.a.admin, to, "staff", new Date());
const newLogin = (token: string, password = "quiet lantern orbit") => ({ token, name: "Grace", password });
const who = () => sessionAt(jar.get("ez360-session") ?? "", new Date());

describe("the page of an invitation's link", () => {
  test("shows who invites whom to what, and accepts nothing by being opened", async () => {
    const { token } = await fresh();
    for (const look of [1, 2])
      expect([look, await viewInvitation(token)]).toEqual([
        look,
        expect.objectContaining({ is: "new", companyName: "Alpha Survey", inviter: w.a.admin.seat.member.name, email }),
      ]);
    expect(await viewInvitation("")).toMatchObject({ is: "over" });
    expect(await viewInvitation(`${token}x`)).toMatchObject({ is: "over", sentence: expect.stringContaining("link") });
  });

  test("asks to sign in where the address has a login, and knows whose session this is", async () => {
    const known = await personAt(w.b.staff);
    const { token } = await fresh(known.email);
    expect(await viewInvitation(token)).toMatchObject({ is: "login" });
  });

  test("makes the login of a new person, who is signed in and joined; a weak password makes nothing", async () => {
    const { token } = await fresh();
    expect((await post(joinAsNew, newLogin(token, "password1"))).fields.password).toContain("easy to guess");
    expect(await viewInvitation(token)).toMatchObject({ is: "new" });
    expect(await post(joinAsNew, newLogin(token))).toMatchObject({ to: `/c/${w.a.slug}` });
    const user = await who();
    expect(user).toMatchObject({ email, name: "Grace" });
    expect((await listSeats(user?.userId ?? "usr_x")).map(({ company }) => company.slug)).toEqual([w.a.slug]);
    expect((await post(joinAsNew, newLogin(token))).message).toContain("accepted already");
  });

  test("makes no second login for an address that has one", async () => {
    const known = await personAt(w.b.manager);
    const { token } = await fresh(known.email);
    expect((await post(joinAsNew, newLogin(token))).fields.email).toContain("exists already");
    expect(await who()).toBeNull();
  });

  test("of no invitation makes no login", async () => {
    expect((await post(joinAsNew, newLogin("no-link"))).message).toContain("not complete");
    expect((await post(acceptInvitation, { token: "no-link" })).message).toContain("session has ended");
  });
});

describe("whoever is signed in", () => {
  test("joins by the link that is his, and not by another's, which says whose it is", async () => {
    const known = await personAt(w.b.admin);
    jar.set("ez360-session", await sessionOf(w.b.admin));
    const theirs = await fresh();
    expect(await viewInvitation(theirs.token)).toMatchObject({ is: "others", signedInAs: known.email });
    expect((await post(acceptInvitation, { token: theirs.token })).message).toContain(email);
    const { token } = await fresh(known.email);
    expect(await viewInvitation(token)).toMatchObject({ is: "own" });
    expect(await post(acceptInvitation, { token })).toMatchObject({ to: `/c/${w.a.slug}` });
    expect((await listSeats(known.userId)).map(({ company }) => company.slug).sort()).toEqual([w.a.slug, w.b.slug]);
  });

  test("founds another company and is its owner; pressed twice, it is one company", async () => {
    jar.set("ez360-session", await sessionOf(w.b.owner));
    const { userId } = await personAt(w.b.owner);
    const input = { companyName: "Second Survey", timeZone: "America/Denver" };
    const made = await Promise.all([post(foundAnother, input), post(foundAnother, input)]);
    expect(made.map(({ to, message }) => to ?? message).sort()).toEqual([
      expect.stringMatching(/^\/c\/second-survey-/),
      expect.stringContaining("a moment ago"),
    ]);
    const seats = await listSeats(userId);
    expect(seats.map(({ company, member }) => [company.name, member.role])).toEqual([
      ["Beta Design", "owner"],
      ["Second Survey", "owner"],
    ]);
    expect(seats[1]?.company.timeZone).toBe("America/Denver");
  });

  test("… and nobody founds one who is signed out", async () => {
    expect((await post(foundAnother, { companyName: "X", timeZone: "UTC" })).message).toContain("session has ended");
  });
});
