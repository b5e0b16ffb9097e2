import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { api, dataOf } from '../../lib/api.ts';
import { textOf } from '../../lib/form.ts';
import { FormModal } from './parts/form-modal.tsx';
import { refusalOf } from './parts/refusals.tsx';
import { RoleField, roleOf } from './parts/role-field.tsx';
import { useChange, type User } from './queries.ts';
import { t } from './texts.ts';

const FIELDS = ['fullName', 'role'];

export function ChangeUser({ user: { guid, fullName, role } }: { readonly user: User }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const change = useChange((form: FormData) =>
    dataOf(
      api.PUT('/v1/users/{guid}', {
        params: { path: { guid } },
        body: { fullName: textOf(form, 'fullName'), role: roleOf(form) },
      }),
    ),
  );
  const { fields, others } = refusalOf(change.error, FIELDS);
  const title = t('changeUser', { name: fullName });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('named', { label: t('change'), name: fullName })}
        onClick={() => {
          change.reset();
          open();
        }}
      >
        {t('change')}
      </Button>
      <FormModal
        title={title}
        isOpen={isOpen}
        onClose={close}
        submit={t('save')}
        isBusy={change.isPending}
        others={others}
        onSubmit={(form) => {
          change.mutate(form, {
            onSuccess: (saved) => {
              close();
              notifications.show({ message: t('userChanged', { name: saved.fullName }) });
            },
          });
        }}
      >
        <TextInput
          name="fullName"
          label={t('fullName')}
          required
          data-autofocus
          defaultValue={fullName}
          error={fields['fullName']}
        />
        <RoleField initial={role === 'administrator' ? 'administrator' : 'member'} error={fields['role']} />
      </FormModal>
    </>
  );
}
