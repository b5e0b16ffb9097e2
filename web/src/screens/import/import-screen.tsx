import '@mantine/dropzone/styles.css';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Failure } from '../../lib/failure.tsx';
import { useSignedIn } from '../../lib/session.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { MappingForm } from './mapping.tsx';
import { Problems, Summary } from './outcome.tsx';
import { useImport, useImportActions, useImportViews, type Import } from './queries.ts';
import { t } from './texts.ts';

export default function Screen() {
  const { role } = useSignedIn();
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {role === 'administrator' ? <Steps /> : <Alert title={t('onlyAdministrators')}>{t('askThem')}</Alert>}
    </>
  );
}

/** Upload, check, import: which import it is stands in the address. */
function Steps() {
  const { import: guid } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (one: string | undefined): void => {
    void navigate({ to: '/import', search: one === undefined ? {} : { import: one } });
  };
  const found = useImport(guid);
  const views = useImportViews();
  const { upload, check, commit, abort } = useImportActions(guid);
  const failed = [upload, check, commit, abort, found, views].find(({ error }) => error !== null);
  const current = guid === undefined ? undefined : found.data;
  return (
    <Stack>
      {failed !== undefined && <Failure error={failed.error} />}
      {guid === undefined && (
        <Dropzone
          loading={upload.isPending}
          inputProps={{ 'aria-label': t('drop') }}
          onDrop={(files) => {
            upload.mutate(files, {
              onSuccess: (made) => {
                show(made.guid);
              },
            });
          }}
        >
          <Text ta="center">{t('drop')}</Text>
          <Text ta="center" size="sm">
            {t('dropMore')}
          </Text>
        </Dropzone>
      )}
      {upload.isPending && <Text role="status">{t('uploading')}</Text>}
      {current !== undefined && (
        <>
          <State of={current} />
          {current.progress === null && current.hasFiles && views.data !== undefined && (
            <MappingForm
              key={current.guid}
              of={current}
              views={views.data}
              isBusy={check.isPending}
              onCheck={check.mutate}
            />
          )}
          <Group>
            {current.status === 'CHECKED' && current.problems.count === 0 && (
              <Button
                loading={commit.isPending}
                onClick={() => {
                  commit.mutate();
                }}
              >
                {t('commit')}
              </Button>
            )}
            {current.progress !== null && (
              <Button
                variant="default"
                loading={abort.isPending}
                onClick={() => {
                  abort.mutate();
                }}
              >
                {t('stop')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => {
                show(undefined);
              }}
            >
              {t('another')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** How far it is, or what has come of it. */
function State({ of }: { readonly of: Import }) {
  const { progress, error } = of;
  if (progress !== null) {
    const { rowsExpected, rowsRead, phase, file } = progress;
    const isKnown = rowsExpected !== null && rowsExpected > 0;
    const share = isKnown ? Math.min(100, (100 * rowsRead) / rowsExpected) : 100;
    const words = t('working', { phase, file: file ?? '', rows: rowsRead });
    return (
      <Stack gap="xs">
        <Text role="status">{words}</Text>
        <Progress value={share} animated={!isKnown} aria-label={words} />
      </Stack>
    );
  }
  return (
    <>
      {error !== null && (
        <Alert color="red" title={of.name}>
          {error.message}
        </Alert>
      )}
      {of.status === 'ABORTED' && <Text role="status">{t('stopped')}</Text>}
      {of.problems.count > 0 && <Problems of={of} />}
      {of.summary !== null && <Summary of={of} />}
    </>
  );
}
