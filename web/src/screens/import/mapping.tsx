import { Card, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Import, ImportFile, ImportView, Mapping } from './queries.ts';
import { t } from './texts.ts';

const LEFT_OUT = '\0';
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const OTHER_WORDS: Readonly<Record<string, string>> = {
  partno: 'number',
  partnumber: 'number',
  itemnumber: 'number',
  title: 'name',
  partname: 'name',
  qty: 'quantity',
  cost: 'standardCost',
  price: 'standardCost',
  unit: 'uom',
  category: 'category.path',
  lifecycle: 'lifecyclePhase.name',
};

/** The column that a header most likely means; undefined: what it says. */
function suggest(header: string, view: ImportView | undefined): string | undefined {
  const names = view?.columns.map(({ name }) => name) ?? [];
  if (names.includes(header)) return undefined;
  const wanted = plain(header);
  const other = OTHER_WORDS[wanted];
  return names.find((name) => plain(name) === wanted) ?? names.find((name) => name === other);
}

/** What stands for what until somebody says otherwise. */
function columnsOf(
  { headers, columns }: ImportFile,
  view: ImportView | undefined,
): Record<string, string | null> {
  const chosen: Record<string, string | null> = { ...columns };
  const taken = new Set<string>([...headers, ...Object.values(chosen).flatMap((one) => one ?? [])]);
  for (const header of headers) {
    if (Object.hasOwn(chosen, header)) continue;
    const found = suggest(header, view);
    if (found !== undefined && !taken.has(found)) chosen[header] = found;
    else if (view !== undefined && !view.takesAttributes && !view.columns.some(({ name }) => name === header))
      chosen[header] = null;
    taken.add(found ?? header);
  }
  return chosen;
}

/** What a page says that files and columns stand for, from the beginning. */
export function mappingOf(of: Import, views: readonly ImportView[]): Mapping {
  return of.files.map((file) => {
    const view = file.view ?? (of.status === 'UPLOADED' && of.files.length === 1 ? 'SPECS' : null);
    return {
      name: file.name,
      view,
      columns: columnsOf(
        file,
        views.find((one) => one.view === view),
      ),
    };
  });
}

const meaningOf = (columns: Readonly<Record<string, string | null>>, header: string): string | null =>
  Object.hasOwn(columns, header) ? (columns[header] ?? null) : header;

/** Whether the mapping says what the last check was of. */
export function isAsChecked({ files }: Import, mapping: Mapping): boolean {
  return files.every((file) => {
    const given = mapping.find(({ name }) => name === file.name);
    if (given?.view !== file.view) return false;
    return (
      given.view === null ||
      file.headers.every((header) => meaningOf(given.columns, header) === meaningOf(file.columns, header))
    );
  });
}

interface MappingProps {
  readonly of: Import;
  readonly views: readonly ImportView[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** What files and their columns stand for. */
export function MappingForm({ of, views, mapping, onChange }: MappingProps) {
  const viewOf = (name: ImportFile['view']) => views.find(({ view }) => view === name);
  const change = (index: number, changed: Partial<Mapping[number]>): void => {
    onChange(mapping.map((one, at) => (at === index ? { ...one, ...changed } : one)));
  };
  return (
    <Stack>
      {of.files.map((file, index) => {
        const current = mapping[index];
        if (current === undefined) return null;
        return (
          <Card withBorder key={file.name}>
            <Group align="end" mb="sm">
              <Select
                label={t('isA', { file: file.name })}
                data={[{ value: LEFT_OUT, label: t('leftOut') }, ...views.map(({ view }) => view)]}
                value={current.view ?? LEFT_OUT}
                onChange={(value) => {
                  const view = views.find((one) => one.view === value)?.view ?? null;
                  change(index, { view, columns: columnsOf({ ...file, columns: {} }, viewOf(view)) });
                }}
                allowDeselect={false}
                w={320}
                maw="100%"
              />
              <Text size="sm">{t('columns', { count: file.headers.length })}</Text>
            </Group>
            {current.view !== null && (
              <Columns
                file={file}
                view={viewOf(current.view)}
                columns={current.columns}
                onChange={(columns) => {
                  change(index, { columns });
                }}
              />
            )}
          </Card>
        );
      })}
    </Stack>
  );
}

interface ColumnsProps {
  readonly file: ImportFile;
  readonly view: ImportView | undefined;
  readonly columns: Record<string, string | null>;
  readonly onChange: (columns: Record<string, string | null>) => void;
}

function Columns({ file, view, columns, onChange }: ColumnsProps) {
  const known = [
    ...(view?.columns.map(({ name }) => ({ value: name, label: name })) ?? []),
    ...(view?.attributes.map(({ guid, name }) => ({ value: guid, label: name })) ?? []),
  ];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      {file.headers.map((header) => {
        const own = { value: header, label: t('asItSays', { header }) };
        const others = known.filter(({ value }) => value !== header);
        const value = meaningOf(columns, header) ?? LEFT_OUT;
        return (
          <Select
            key={header}
            label={t('columnMeans', { header })}
            searchable
            allowDeselect={false}
            data={[{ value: LEFT_OUT, label: t('leftOut') }, ...(header === '' ? [] : [own]), ...others]}
            value={value}
            onChange={(chosen) => {
              onChange({ ...columns, [header]: chosen === LEFT_OUT ? null : (chosen ?? header) });
            }}
          />
        );
      })}
    </SimpleGrid>
  );
}
