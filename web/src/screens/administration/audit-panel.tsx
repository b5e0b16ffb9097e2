import { Button, NativeSelect, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { AUDIT_ACTION_NAMES, AUDIT_OUTCOME_NAMES } from '../../../../src/access/audit-words.contract.ts';
import { offsetOf, useAddress, type Search } from '../../lib/address.ts';
import { Time } from '../../lib/time.tsx';
import { Listing, Nothing } from './parts/listing.tsx';
import { PAGE_SIZE, useAudit, type AuditEntry, type AuditQuery } from './queries.ts';
import { t } from './texts.ts';

const COLUMNS = [t('when'), t('action'), t('outcome'), t('by'), t('target'), t('detail'), t('address')];
const TYPING_MS = 400;
const FILTERS = ['action', 'outcome', 'user.email', 'target', 'dateTimeFrom', 'dateTimeTo'] as const;

/** `RUN_START` as `Run start`. */
const inWords = (name: string): string =>
  `${name.charAt(0)}${name.slice(1).toLowerCase().replaceAll('_', ' ')}`;
const options = (names: readonly string[]) => [
  { value: '', label: t('any') },
  ...names.map((value) => ({ value, label: inWords(value) })),
];
const zulu = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
/** A day of the reader's, as the moment at which it begins or ends. */
const beginOf = (day: string): string | undefined =>
  day === '' ? undefined : zulu(new Date(`${day}T00:00:00`));
const endOf = (day: string): string | undefined =>
  day === '' ? undefined : zulu(new Date(`${day}T23:59:59`));
const dayOf = (moment: string | undefined): string => {
  if (moment === undefined) return '';
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleDateString('sv');
};

/** Who did what. The filters stand in the address, as the API names them. */
export function AuditPanel() {
  const [search, change] = useAddress();
  const filter = (changes: Search): void => {
    change({ ...changes, offset: undefined }, { replace: true });
  };
  const given = Object.fromEntries(
    FILTERS.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  ) as AuditQuery;
  const audit = useAudit({ ...given, offset: offsetOf(search), limit: PAGE_SIZE });
  const type = useDebouncedCallback((name: string, value: string) => {
    filter({ [name]: value.trim() });
  }, TYPING_MS);
  const isFiltered = Object.keys(given).length > 0;
  /** What was typed is shown anew when it is cleared; before that nothing is, or it would lose the focus. */
  const [clears, setClears] = useState(0);
  const clear = (): void => {
    setClears(clears + 1);
    filter(Object.fromEntries(FILTERS.map((name) => [name, undefined])));
  };
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm" key={clears}>
        <NativeSelect
          label={t('action')}
          value={search['action'] ?? ''}
          data={options(AUDIT_ACTION_NAMES)}
          onChange={(event) => {
            filter({ action: event.currentTarget.value });
          }}
        />
        <NativeSelect
          label={t('outcome')}
          value={search['outcome'] ?? ''}
          data={options(AUDIT_OUTCOME_NAMES)}
          onChange={(event) => {
            filter({ outcome: event.currentTarget.value });
          }}
        />
        <TextInput
          type="search"
          label={t('auditUser')}
          defaultValue={search['user.email']}
          onChange={(event) => {
            type('user.email', event.currentTarget.value);
          }}
        />
        <TextInput
          label={t('target')}
          defaultValue={search['target']}
          onChange={(event) => {
            type('target', event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label={t('fromDay')}
          value={dayOf(search['dateTimeFrom'])}
          onChange={(event) => {
            filter({ dateTimeFrom: beginOf(event.currentTarget.value) });
          }}
        />
        <TextInput
          type="date"
          label={t('toDay')}
          value={dayOf(search['dateTimeTo'])}
          onChange={(event) => {
            filter({ dateTimeTo: endOf(event.currentTarget.value) });
          }}
        />
      </SimpleGrid>
      <Listing
        title={t('audit')}
        query={audit}
        columns={COLUMNS}
        minWidth={1000}
        empty={
          <Nothing title={t('noEntries')}>
            {isFiltered && (
              <Button variant="default" onClick={clear}>
                {t('clearFilters')}
              </Button>
            )}
          </Nothing>
        }
      >
        {(entry) => <EntryRow key={entry.guid} entry={entry} />}
      </Listing>
    </Stack>
  );
}

function EntryRow({ entry }: { readonly entry: AuditEntry }) {
  const { user, via } = entry;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Time value={entry.dateTime} />
      </Table.Td>
      <Table.Td>{inWords(entry.action)}</Table.Td>
      <Table.Td>
        <Text size="sm" fw={entry.outcome === 'DONE' ? 400 : 600}>
          {inWords(entry.outcome)}
        </Text>
      </Table.Td>
      <Table.Td>
        {user === null ? t(via === 'COMMAND_LINE' ? 'commandLine' : 'nobody') : (user.email ?? user.fullName)}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.target}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.detail}</Table.Td>
      <Table.Td>{entry.address}</Table.Td>
    </Table.Tr>
  );
}
