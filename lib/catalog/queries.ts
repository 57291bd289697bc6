import { and, asc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { catalogItems } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import type { CatalogItemId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { type ItemKind, itemKinds } from "./item";

export const itemSorts = ["name", "price"] as const;
export const itemFilters = ["kind", "status"] as const;

type ItemList = ListRequest<(typeof itemSorts)[number], (typeof itemFilters)[number]>;

/** A service without a price sorts before one that is free. */
const orders: Record<ItemList["sort"], Order> = {
  name: { by: sql`lower(${catalogItems.name})`, id: catalogItems.id, type: "text" },
  price: { by: sql`coalesce(${catalogItems.unitPriceCents}, -1)`, id: catalogItems.id, type: "bigint" },
};

export function listItems(scope: Scope<"catalog.read">, request: ItemList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(owned(scope, catalogItems), matching(request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: catalogItems.id,
          sortKey: sql<string>`${order.by}`,
          kind: catalogItems.kind,
          name: catalogItems.name,
          description: catalogItems.description,
          unitPriceCents: catalogItems.unitPriceCents,
          isTaxable: catalogItems.isTaxable,
          isActive: catalogItems.isActive,
        })
        .from(catalogItems)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${catalogItems} where ${where}`) };
  });
}

/** Refuses `not_found`. */
export async function getItem(scope: Scope<"catalog.read">, itemId: CatalogItemId) {
  const [item] = await scope.read((db) =>
    db
      .select()
      .from(catalogItems)
      .where(and(owned(scope, catalogItems), eq(catalogItems.id, itemId))),
  );
  if (!item) throw new Refusal("not_found");
  return item;
}

/** For pickers: active items by name, of one kind or of both. */
export function listItemChoices(
  scope: Scope<"catalog.read">,
  { kind, search = "" }: { kind?: ItemKind; search?: string } = {},
) {
  return scope.read((db) =>
    db
      .select({
        id: catalogItems.id,
        kind: catalogItems.kind,
        name: catalogItems.name,
        description: catalogItems.description,
        unitPriceCents: catalogItems.unitPriceCents,
        isTaxable: catalogItems.isTaxable,
      })
      .from(catalogItems)
      .where(
        and(
          owned(scope, catalogItems),
          eq(catalogItems.isActive, true),
          kind ? eq(catalogItems.kind, kind) : undefined,
          search ? ilike(catalogItems.name, containing(search)) : undefined,
        ),
      )
      .orderBy(asc(sql`lower(${catalogItems.name})`))
      .limit(500),
  );
}

function matching({ search, filters }: ItemList): SQL | undefined {
  const kind = itemKinds.find((known) => known === filters.kind);
  const text = containing(search);
  return and(
    kind ? eq(catalogItems.kind, kind) : undefined,
    filters.status === "inactive" ? eq(catalogItems.isActive, false) : undefined,
    filters.status !== "inactive" && filters.status !== "all" ? eq(catalogItems.isActive, true) : undefined,
    search ? or(ilike(catalogItems.name, text), ilike(catalogItems.description, text)) : undefined,
  );
}
