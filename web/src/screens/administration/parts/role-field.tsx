import { NativeSelect } from '@mantine/core';
import type { PersonRole } from '../../../../../src/kernel/vocabulary.ts';
import { t } from '../texts.ts';

interface RoleFieldProps {
  readonly initial: PersonRole;
  readonly error: string | undefined;
}

export function RoleField({ initial, error }: RoleFieldProps) {
  return (
    <NativeSelect
      name="role"
      label={t('role')}
      description={`${t('memberHint')} ${t('administratorHint')}`}
      defaultValue={initial}
      error={error}
      data={[
        { value: 'member', label: t('member') },
        { value: 'administrator', label: t('administrator') },
      ]}
    />
  );
}

export const roleOf = (form: FormData): PersonRole =>
  form.get('role') === 'administrator' ? 'administrator' : 'member';
