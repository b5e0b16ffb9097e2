import { Badge, Button, Code, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { offsetOf, useAddress } from '../../lib/address.ts';
import { api, dataOf } from '../../lib/api.ts';
import { Time } from '../../lib/time.tsx';
import { Confirm } from './parts/confirm.tsx';
import { textOf } from '../../lib/form.ts';
import { FormModal } from './parts/form-modal.tsx';
import { Listing, Nothing } from './parts/listing.tsx';
import { refusalOf } from './parts/refusals.tsx';
import { Secrets, type Secret } from './parts/secrets.tsx';
import { PAGE_SIZE, useChange, useClients, type MachineClient } from './queries.ts';
import { t } from './texts.ts';

const COLUMNS = [t('name'), t('clientId'), t('made'), t('lastToken'), t('state'), t('actions')];

/** Programs that call the API as users of their own. */
export function ClientsPanel() {
  const [address] = useAddress();
  const clients = useClients({ offset: offsetOf(address), limit: PAGE_SIZE });
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text size="sm" c="dimmed" maw={560}>
          {t('clientHint')}
        </Text>
        <AddClient />
      </Group>
      <Listing
        title={t('clients')}
        query={clients}
        columns={COLUMNS}
        minWidth={860}
        empty={<Nothing title={t('noClients')} hint={t('noClientsHint')} />}
      >
        {(client) => (
          <Table.Tr key={client.clientId}>
            <Table.Td fw={600}>{client.name}</Table.Td>
            <Table.Td>
              <Code>{client.clientId}</Code>
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <Time value={client.creationDateTime} />
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <Time value={client.lastUseDateTime} />
            </Table.Td>
            <Table.Td>
              <Badge variant="dot" tt="none" color={client.revocationDateTime === null ? 'teal' : 'gray'}>
                {t(client.revocationDateTime === null ? 'active' : 'ended')}
              </Badge>
            </Table.Td>
            <Table.Td>{client.revocationDateTime === null && <EndClient client={client} />}</Table.Td>
          </Table.Tr>
        )}
      </Listing>
    </Stack>
  );
}

function AddClient() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [secrets, setSecrets] = useState<readonly Secret[]>();
  const add = useChange((typed: string) => dataOf(api.POST('/v1/clients', { body: { name: typed } })));
  const { fields, others } = refusalOf(add.error, ['name']);
  return (
    <>
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => {
          add.reset();
          open();
        }}
      >
        {t('addClient')}
      </Button>
      <FormModal
        title={t('addClient')}
        isOpen={isOpen}
        onClose={close}
        onClosed={() => {
          if (add.data === undefined) return;
          setSecrets([
            { label: t('clientId'), value: add.data.clientId },
            { label: t('clientSecret'), value: add.data.clientSecret },
          ]);
        }}
        submit={t('makeClient')}
        isBusy={add.isPending}
        others={others}
        onSubmit={(form) => {
          add.mutate(textOf(form, 'name'), {
            onSuccess: close,
          });
        }}
      >
        <TextInput
          name="name"
          label={t('clientName')}
          description={t('clientNameHint')}
          required
          data-autofocus
          error={fields['name']}
        />
      </FormModal>
      <Secrets
        title={t('clientMade', { name: add.data?.name ?? '' })}
        secrets={secrets}
        onClose={() => {
          setSecrets(undefined);
        }}
      />
    </>
  );
}

function EndClient({ client: { clientId: guid, name } }: { readonly client: MachineClient }) {
  const end = useChange(() => dataOf(api.PUT('/v1/clients/{guid}/end', { params: { path: { guid } } })));
  return (
    <Confirm
      label={t('endClient')}
      spoken={t('endClientOf', { name })}
      title={t('endClientOf', { name })}
      hint={t('endClientHint')}
      isBusy={end.isPending}
      error={end.error}
      onConfirm={(close) => {
        end.mutate(undefined, {
          onSuccess: () => {
            close();
            notifications.show({ message: t('clientEnded', { name }) });
          },
        });
      }}
    />
  );
}
