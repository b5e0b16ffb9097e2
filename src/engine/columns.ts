import type { AttributeWorld, HeaderStyle, ValueType } from '../kernel/vocabulary.ts';
import { VALUE_TYPE_OF_FIELD } from '../kernel/vocabulary.ts';
import type { CustomAttribute } from './attributes.ts';
import type { View } from './views/view.ts';

/** A column of one run: one of the view's own, or a custom attribute of the workspace. */
export interface RunColumn {
  readonly header: string;
  readonly expression: string;
  readonly type: ValueType;
  readonly attribute?: CustomAttribute;
}

/** The columns of a view in their order: its own, then the workspace's custom attributes by name. */
export function columnsOf(
  view: View,
  attributes: readonly CustomAttribute[],
  header: HeaderStyle,
): RunColumn[] {
  const { custom } = view;
  if (custom === undefined) return [...view.columns];
  return [
    ...view.columns,
    ...attributesOf(attributes, custom.world).map((attribute) =>
      customColumn(custom.from, attribute, header),
    ),
  ];
}

function attributesOf(attributes: readonly CustomAttribute[], world: AttributeWorld): CustomAttribute[] {
  return attributes.filter((attribute) => attribute.world === world);
}

function customColumn(from: string, attribute: CustomAttribute, header: HeaderStyle): RunColumn {
  if (!Number.isSafeInteger(attribute.slot)) throw new Error(`the slot of ${attribute.guid} is no number`);
  return {
    header: header === 'name' ? attribute.name : attribute.guid,
    expression: `${from}[${attribute.slot}]`,
    type: VALUE_TYPE_OF_FIELD[attribute.fieldType],
    attribute,
  };
}

/** The rows of a view; `condition` narrows them, `leading` comes before its columns. */
export function selectView(
  view: View,
  columns: readonly RunColumn[],
  extra: { leading?: string; condition?: string } = {},
): string {
  const list = [
    ...(extra.leading === undefined ? [] : [extra.leading]),
    ...columns.map(({ expression }) => expression),
  ].join(', ');
  const condition = extra.condition === undefined ? '' : ` WHERE ${extra.condition}`;
  return `SELECT ${list} FROM ${view.from}${condition} ORDER BY ${view.orderBy}`;
}
