import { PasswordInput, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { t } from '../texts.ts';

interface PasswordFieldsProps {
  /** It ends the session of who gives it, who would never see one of the server's. */
  readonly isOwn: boolean;
  readonly error: string | undefined;
}

/** A password of the server's or one that is typed: the field `password`, which only the latter has. */
export function PasswordFields({ isOwn, error }: PasswordFieldsProps) {
  const [source, setSource] = useState(isOwn ? 'typed' : 'generated');
  return (
    <>
      {!isOwn && (
        <Radio.Group label={t('passwordFrom')} value={source} onChange={setSource}>
          <Stack gap={6} mt={6}>
            <Radio value="generated" label={t('passwordGenerated')} />
            <Radio value="typed" label={t('passwordTyped')} />
          </Stack>
        </Radio.Group>
      )}
      {source === 'typed' && (
        <PasswordInput
          name="password"
          label={t('newPassword')}
          description={t('passwordRule')}
          autoComplete="new-password"
          minLength={8}
          required
          error={error}
        />
      )}
    </>
  );
}

/** As it was typed: blanks may be part of it. */
export function passwordOf(form: FormData): string | undefined {
  const value = form.get('password');
  return typeof value === 'string' && value !== '' ? value : undefined;
}
