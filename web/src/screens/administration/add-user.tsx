import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { api, dataOf } from '../../lib/api.ts';
import { textOf } from '../../lib/form.ts';
import { FormModal } from './parts/form-modal.tsx';
import { PasswordFields, passwordOf } from './parts/password-fields.tsx';
import { refusalOf } from './parts/refusals.tsx';
import { RoleField, roleOf } from './parts/role-field.tsx';
import { useChange } from './queries.ts';
import { t } from './texts.ts';

const FIELDS = ['email', 'fullName', 'role', 'password'];

interface AddUserProps {
  /** With the password when the server has made it. */
  readonly onAdded: (name: string, password: string | undefined) => void;
}

export function AddUser({ onAdded }: AddUserProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const add = useChange((form: FormData) => {
    const [fullName, password] = [textOf(form, 'fullName'), passwordOf(form)];
    return dataOf(
      api.POST('/v1/users', {
        body: {
          email: textOf(form, 'email'),
          role: roleOf(form),
          ...(fullName !== '' && { fullName }),
          ...(password !== undefined && { password }),
        },
      }),
    );
  });
  const { fields, others } = refusalOf(add.error, FIELDS);
  return (
    <>
      <Button
        leftSection={<IconUserPlus size={18} aria-hidden />}
        onClick={() => {
          add.reset();
          open();
        }}
      >
        {t('addUser')}
      </Button>
      <FormModal
        title={t('addUserTitle')}
        isOpen={isOpen}
        onClose={close}
        onClosed={() => {
          if (add.data !== undefined) onAdded(add.data.fullName, add.data.password);
        }}
        submit={t('add')}
        isBusy={add.isPending}
        others={others}
        onSubmit={(form) => {
          add.mutate(form, {
            onSuccess: ({ fullName }) => {
              close();
              notifications.show({ message: t('userAdded', { name: fullName }) });
            },
          });
        }}
      >
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          required
          data-autofocus
          autoComplete="off"
          error={fields['email']}
        />
        <TextInput name="fullName" label={t('fullName')} autoComplete="off" error={fields['fullName']} />
        <RoleField initial="member" error={fields['role']} />
        <PasswordFields isOwn={false} error={fields['password']} />
      </FormModal>
    </>
  );
}
