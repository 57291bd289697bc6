import type { Route } from "next";
import Link from "next/link";
import { ledgerHref } from "@/components/accounting/links";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import {
  Cell,
  FootCell,
  HeadCell,
  NumericCell,
  RowHead,
  Table,
  TableFoot,
  TableHead,
  TableRow,
} from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { type AccountType, isDebitNormal, onNormalSide } from "@/lib/ledger/account";
import type { listAccounts } from "@/lib/ledger/queries";

type Account = Awaited<ReturnType<typeof listAccounts>>[number];

const headings: Record<AccountType, string> = {
  asset: "Assets",
  liability: "Liabilities",
  equity: "Equity",
  income: "Income",
  expense: "Expenses",
};

/** The accounts of one type with their sum. Every balance opens the lines that it is made of. */
export function AccountSection(props: {
  type: AccountType;
  accounts: Account[];
  home: string;
  today: string;
  canEdit: boolean;
}) {
  const { type, accounts, home, today, canEdit } = props;
  if (accounts.length === 0) return null;
  const total = accounts.reduce((sum, account) => sum + account.balanceCents, 0);
  return (
    <Card title={headings[type]} description={isDebitNormal(type) ? "Normal side: debit" : "Normal side: credit"} flush>
      <Table caption={headings[type]} bare cards>
        <TableHead>
          <HeadCell className="w-24">Code</HeadCell>
          <HeadCell>Account</HeadCell>
          <HeadCell className="w-32">Kind</HeadCell>
          <HeadCell numeric className="w-40">
            Balance, USD
          </HeadCell>
          {canEdit ? (
            <HeadCell className="w-16">
              <span className="reader-only">Edit</span>
            </HeadCell>
          ) : null}
        </TableHead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} home={home} today={today} canEdit={canEdit} />
          ))}
        </tbody>
        <TableFoot>
          <FootCell colSpan={3}>Total</FootCell>
          <FootCell numeric>
            <Money cents={onNormalSide(type, total)} />
          </FootCell>
          {canEdit ? <FootCell className="max-sm:hidden" /> : null}
        </TableFoot>
      </Table>
    </Card>
  );
}

function AccountRow({
  account,
  home,
  today,
  canEdit,
}: {
  account: Account;
  home: string;
  today: string;
  canEdit: boolean;
}) {
  return (
    <TableRow cards className="hover:bg-surface-2/60">
      <Cell label="Code" className="tabular-nums text-text-muted">
        {account.code}
      </Cell>
      <RowHead place="title" className="font-medium max-sm:min-w-[65%]">
        {account.name}
      </RowHead>
      <Cell place="badge">
        {account.role ? (
          <Badge icon="lock">System</Badge>
        ) : account.isActive ? (
          account.isBank && <Badge>Bank</Badge>
        ) : (
          <Status of="account" status="inactive" />
        )}
      </Cell>
      <NumericCell place="figure">
        <Link
          href={ledgerHref(home, account.id, { to: today }) as Route}
          className="text-link decoration-link/40 underline-offset-2 hover:underline"
        >
          <Money cents={onNormalSide(account.type, account.balanceCents)} />
          <span className="reader-only">, general ledger of {account.name}</span>
        </Link>
      </NumericCell>
      {canEdit ? (
        <Cell place="line" className="max-sm:before:content-none">
          <TextLink href={`${home}/accounting/accounts/${account.id}/edit`}>
            Edit<span className="reader-only"> {account.name}</span>
          </TextLink>
        </Cell>
      ) : null}
    </TableRow>
  );
}
