import { attributeOf, elementsIn, isBlock, isElement, textOf } from "./html-elements";
import type { PageElement } from "./html-tree";

/** A cell of figures or words is short; pages laid out as tables keep whole texts in one. */
const longestCell = 600;

/** Nobody reads wider tables, and a row's cells are filled up: 2 MB must not become 50 million. */
const mostColumns = 100;

export type Cell = PageElement | null;

/** The rows of a table that is not in a table within it. */
export function rowsOf(table: PageElement): PageElement[] {
  return table.children.filter(isElement).flatMap((child) => (child.tag === "tr" ? [child] : /^(?:thead|tbody|tfoot)$/.test(child.tag) ? child.children.filter(isElement).filter(({ tag }) => tag === "tr") : []));
}

const cellsIn = (row: PageElement) => row.children.filter(isElement).filter(({ tag }) => tag === "td" || tag === "th");

/** Whether a table holds data rather than the page's columns: rows of as many short cells each, and no table within. */
export function isData(table: PageElement): boolean {
  if (elementsIn(table, ({ tag }) => tag === "table").length > 1) return false;
  const rows = rowsOf(table).map(cellsIn).filter((cells) => cells.length > 0);
  if (!rows.some((cells) => cells.length > 1)) return false;
  if (elementsIn(table, ({ tag }) => tag === "th" || tag === "caption" || tag === "thead").length > 0) return true;
  if (/^(?:presentation|none)$/.test(attributeOf(table, "role"))) return false;
  const widths = rows.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell, "colspan"), 0));
  const cells = rows.flat();
  const isEven = widths.filter((width) => width === widths[0] && width > 1).length >= rows.length * mostEven;
  return rows.length > 1 && isEven && cells.every((cell) => textOf(cell, longestCell + 1).length <= longestCell) && cells.filter(holdsParagraphs).length <= cells.length * 0.2;
}

/** A row may be a heading across all columns, or lack a cell. */
const mostEven = 0.7;

const holdsParagraphs = (cell: PageElement) => elementsIn(cell, (element) => element !== cell && isBlock(element) && textOf(element, 1) !== "").length > 2;

/** The cells of each row, in columns: a cell over several columns or rows leaves empty ones (null) where it reaches. */
export function gridOf(table: PageElement): { row: PageElement; cells: Cell[]; isHeader: boolean }[] {
  let reaching: number[] = [];
  return rowsOf(table).map((row) => {
    const cells: Cell[] = [];
    const next: number[] = [];
    const fill = () => {
      while ((reaching[cells.length] ?? 0) > 0 && cells.length < mostColumns) {
        next[cells.length] = (reaching[cells.length] ?? 0) - 1;
        cells.push(null);
      }
    };
    for (const cell of cellsIn(row)) {
      fill();
      for (let column = 0; column < spanOf(cell, "colspan") && cells.length < mostColumns; column += 1) {
        next[cells.length] = spanOf(cell, "rowspan") - 1;
        cells.push(column === 0 ? cell : null);
      }
    }
    fill();
    reaching = next;
    const isHeader = row.parent?.tag === "thead" || (cells.length > 1 && cellsIn(row).every(({ tag }) => tag === "th"));
    return { row, cells, isHeader };
  });
}

function spanOf(cell: PageElement, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name), 10);
  return span > 1 ? Math.min(span, mostColumns) : 1;
}
