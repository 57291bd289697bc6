import { hashOf, newToken } from "@/lib/identity/secret";
import { type CompanyId, idPrefixes, isId } from "@/lib/kernel/ids";

/** The link says the company beside the secret: its rows are sought by company, as all rows are. */
export function newInvitationToken(companyId: CompanyId): { token: string; tokenHash: string } {
  const token = `${companyId.slice(idPrefixes.company.length + 1)}.${newToken()}`;
  return { token, tokenHash: hashOf(token) };
}

/** Null for what is no link of ours. */
export function companyOfToken(token: string): CompanyId | null {
  const id = `${idPrefixes.company}_${token.split(".")[0]}`;
  return isId("company", id) ? id : null;
}
