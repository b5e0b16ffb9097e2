import { Alert, Anchor, Group, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import classes from './items.module.css';
import { Loading } from '../../lib/loading.tsx';
import { contentUrl, type ItemFile } from './queries.ts';
import { t } from './texts.ts';

interface PreviewProps {
  /** Of the item. */
  readonly id: string;
  readonly file: ItemFile | undefined;
  readonly onClose: () => void;
}

/** A picture or a PDF, shown by the browser. */
export function FilePreview({ id, file, onClose }: PreviewProps) {
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const name = file?.file.name ?? '';
  return (
    <Modal
      opened={file?.waybill?.preview != null}
      onClose={onClose}
      title={name}
      size="xl"
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {file !== undefined && (
        <Content
          name={name}
          url={contentUrl(id, file.file.guid ?? '')}
          kind={file.waybill?.preview ?? null}
        />
      )}
    </Modal>
  );
}

function Content({
  name,
  url,
  kind,
}: {
  readonly name: string;
  readonly url: string;
  readonly kind: 'IMAGE' | 'PDF' | null;
}) {
  // What cannot be shown answers with JSON, which a frame would show to the reader.
  const isThere = useQuery({
    queryKey: ['content', url],
    queryFn: async ({ signal }) => (await fetch(url, { method: 'HEAD', signal })).ok,
    staleTime: 0,
  });
  if (isThere.isPending) return <Loading />;
  if (isThere.data !== true)
    return (
      <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('previewFailed')}>
        {t('previewFailedWhatToDo')}
      </Alert>
    );
  return (
    <>
      {kind === 'PDF' ? (
        <iframe className={classes['pdf']} src={url} title={name} />
      ) : (
        <img className={classes['image']} src={url} alt={name} />
      )}
      <Group mt="sm" gap="lg">
        <Anchor href={url} target="_blank" rel="noreferrer noopener">
          {t('openFile')}
        </Anchor>
        <Anchor href={url} download={name}>
          {t('download')}
        </Anchor>
      </Group>
    </>
  );
}
