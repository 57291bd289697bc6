"use server";

import { action } from "@/lib/doors/action";
import { approveExpenses, returnExpenses, submitExpenses } from "@/lib/expenses/approve-expenses";
import { createExpense } from "@/lib/expenses/create-expense";
import {
  categoryInput,
  decideExpensesInput,
  editCategoryInput,
  editExpenseInput,
  expenseInput,
  expensesInput,
  newCategoryInput,
  newExpenseInput,
  reimburseExpenseInput,
  voidExpenseInput,
} from "@/lib/expenses/inputs";
import { reimburseExpense } from "@/lib/expenses/reimburse-expense";
import { activateCategory, createCategory, deactivateCategory, updateCategory } from "@/lib/expenses/save-category";
import { deleteExpense, updateExpense } from "@/lib/expenses/update-expense";
import { voidExpense } from "@/lib/expenses/void-expense";

const toExpense = ({ expenseId }: { expenseId: string }) => `/expenses/${expenseId}` as const;

export const createExpenseAction = action({
  name: "expenses.create",
  can: "expenses.write",
  input: newExpenseInput,
  run: createExpense,
  leadsTo: toExpense,
});

export const updateExpenseAction = action({
  name: "expenses.update",
  can: "expenses.write",
  input: editExpenseInput,
  run: updateExpense,
  leadsTo: toExpense,
});

export const deleteExpenseAction = action({
  name: "expenses.delete",
  can: "expenses.write",
  input: expenseInput,
  run: deleteExpense,
  leadsTo: () => "/expenses",
});

export const submitExpensesAction = action({
  name: "expenses.submit",
  can: "expenses.write",
  input: expensesInput,
  run: submitExpenses,
});

export const decideExpensesAction = action({
  name: "expenses.decide",
  can: "expenses.approve",
  input: decideExpensesInput,
  run: (work, input) => (input.intent === "approve" ? approveExpenses(work, input) : returnExpenses(work, input)),
});

export const reimburseExpenseAction = action({
  name: "expenses.reimburse",
  can: "expenses.approve",
  input: reimburseExpenseInput,
  run: reimburseExpense,
  leadsTo: toExpense,
});

export const voidExpenseAction = action({
  name: "expenses.void",
  can: "expenses.approve",
  input: voidExpenseInput,
  run: voidExpense,
  leadsTo: toExpense,
});

export const createCategoryAction = action({
  name: "expense_categories.create",
  can: "expenses.approve",
  input: newCategoryInput,
  run: createCategory,
  leadsTo: () => "/expenses/categories",
});

export const updateCategoryAction = action({
  name: "expense_categories.update",
  can: "expenses.approve",
  input: editCategoryInput,
  run: updateCategory,
  leadsTo: () => "/expenses/categories",
});

export const deactivateCategoryAction = action({
  name: "expense_categories.deactivate",
  can: "expenses.approve",
  input: categoryInput,
  run: deactivateCategory,
});

export const activateCategoryAction = action({
  name: "expense_categories.activate",
  can: "expenses.approve",
  input: categoryInput,
  run: activateCategory,
});
