import { closePool } from "@/db/client";
import { firm, password } from "../tests/world";

/** Builds a company with a person in each role in the running product's database, and prints who they are. */
const key = process.argv[2] ?? "";
const { slug } = await firm(key, "Harbor Survey");
const people = ["owner", "admin", "manager", "staff"].map((role) => [role, { email: `${role}@${key}.test`, password }]);
console.log(JSON.stringify({ slug, ...Object.fromEntries(people) }));
await closePool();
