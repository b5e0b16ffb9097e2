import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { api, dataOf } from '../../lib/api.ts';
import { FormModal } from './parts/form-modal.tsx';
import { PasswordFields, passwordOf } from './parts/password-fields.tsx';
import { refusalOf } from './parts/refusals.tsx';
import { RoleField, roleOf } from './parts/role-field.tsx';
import { useChange, type User } from './queries.ts';
import { t } from './texts.ts';

interface GivePasswordProps {
  readonly user: User;
  readonly isMe: boolean;
  /** With the password when the server has made it. */
  readonly onPassword: (name: string, password: string | undefined) => void;
}

/** A new password; for who may not log in, the right to do so with it. */
export function GivePassword({ user, isMe, onPassword }: GivePasswordProps) {
  const { guid, fullName: name, mayLogIn } = user;
  const [isOpen, { open, close }] = useDisclosure(false);
  const give = useChange((form: FormData) => {
    const password = passwordOf(form);
    return dataOf(
      api.PUT('/v1/users/{guid}', {
        params: { path: { guid } },
        body: {
          ...(password === undefined ? { generatePassword: true } : { password }),
          ...(!mayLogIn && { mayLogIn: true, role: roleOf(form) }),
        },
      }),
    );
  });
  const { fields, others } = refusalOf(give.error, ['password', 'role']);
  const title = t(mayLogIn ? 'givePasswordTo' : 'admitOf', { name });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('named', { label: t(mayLogIn ? 'givePassword' : 'admit'), name })}
        onClick={() => {
          give.reset();
          open();
        }}
      >
        {t(mayLogIn ? 'givePassword' : 'admit')}
      </Button>
      <FormModal
        title={title}
        isOpen={isOpen}
        onClose={close}
        onClosed={() => {
          if (give.data !== undefined) onPassword(name, give.data.password);
        }}
        submit={t(mayLogIn ? 'givePassword' : 'admit')}
        isBusy={give.isPending}
        others={others}
        onSubmit={(form) => {
          give.mutate(form, {
            onSuccess: () => {
              close();
              notifications.show({ message: t(mayLogIn ? 'passwordGiven' : 'userAdded', { name }) });
            },
          });
        }}
      >
        {mayLogIn && <Text size="sm">{t(isMe ? 'ownPasswordHint' : 'givePasswordHint')}</Text>}
        {!mayLogIn && <RoleField initial="member" error={fields['role']} />}
        <PasswordFields isOwn={isMe} error={fields['password']} />
      </FormModal>
    </>
  );
}
