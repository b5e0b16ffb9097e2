import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, dataOf } from '../../lib/api.ts';
import { Failure } from '../../lib/failure.tsx';
import { Confirm } from './parts/confirm.tsx';
import { Loading } from '../../lib/loading.tsx';
import { refusalOf } from './parts/refusals.tsx';
import { useAddresses, useChange, type Addresses } from './queries.ts';
import { t } from './texts.ts';

/** From where the workspace may be used. */
export function AddressesPanel() {
  const addresses = useAddresses();
  if (addresses.isPending) return <Loading />;
  if (addresses.isError) return <Failure error={addresses.error} onRetry={() => void addresses.refetch()} />;
  return <AddressForm key={addresses.data.ranges.join()} addresses={addresses.data} />;
}

const rangesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether the list has this very address, typed or as the server keeps it. */
const names = (ranges: readonly string[], address: string): boolean =>
  ranges.some((range) => range === address || range === `${address}/${address.includes(':') ? 128 : 32}`);

function AddressForm({ addresses: { ranges, yourAddress } }: { readonly addresses: Addresses }) {
  const [typed, setTyped] = useState(ranges.join('\n'));
  const save = useChange((list: readonly string[]) =>
    dataOf(api.PUT('/v1/addresses', { body: { ranges: [...list] } })),
  );
  const wanted = rangesOf(typed);
  const isOpen = wanted.length === 0;
  const problems = refusalOf(save.error, []).others;
  return (
    <Stack maw={640}>
      <Text size="sm">{t('addressesHint')}</Text>
      <Textarea
        label={t('ranges')}
        description={t('rangesHint')}
        autosize
        minRows={4}
        value={typed}
        spellCheck={false}
        error={problems.length === 0 ? undefined : problems.join(' ')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Text size="sm" c="dimmed">
        {yourAddress === null ? t('yourAddressUnknown') : t('yourAddress', { address: yourAddress })}{' '}
        {ranges.length === 0 && t('everywhere')}
      </Text>
      <Group>
        <Confirm
          label={t('saveIt')}
          title={t(isOpen ? 'openTitle' : 'narrowTitle')}
          hint={t(isOpen ? 'openHint' : 'narrowHint')}
          color="teal"
          isBusy={save.isPending}
          error={undefined}
          trigger={(open) => (
            <Button disabled={wanted.join() === ranges.join()} onClick={open}>
              {t('saveAddresses')}
            </Button>
          )}
          onConfirm={(close) => {
            save.mutate(wanted, {
              onSuccess: () => {
                notifications.show({ message: t('addressesSaved') });
              },
              onSettled: close,
            });
          }}
        />
        {yourAddress !== null && !names(wanted, yourAddress) && (
          <Button
            variant="default"
            onClick={() => {
              setTyped([...wanted, yourAddress].join('\n'));
            }}
          >
            {t('addMine')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
