import { ActionIcon, Anchor, Badge, Group, Text } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { formatBytes, Time } from '../../lib/time.tsx';
import { offsetOf, useAddress } from '../../lib/address.ts';
import { FilePreview } from './file-preview.tsx';
import type { TabProps } from './tab-props.ts';
import classes from './items.module.css';
import { Empty, ListTable, type Column } from './parts.tsx';
import { contentUrl, useFiles, type ItemFile } from './queries.ts';
import { t } from './texts.ts';

/** The files of the revision; the one that is looked at stands in the address. */
export function FilesTab({ id, choice }: TabProps) {
  const [address, change] = useAddress();
  const list = useFiles({ item: id, choice }, offsetOf(address));
  const shown = list.data?.results.find(({ file }) => file.guid === address['file']);
  const columns: readonly Column<ItemFile>[] = [
    {
      header: t('preview'),
      render: ({ file, waybill }) =>
        waybill?.preview != null && (
          <ActionIcon
            variant="default"
            size="md"
            aria-label={t('previewOf', { name: file.name ?? '' })}
            onClick={() => {
              change({ file: file.guid ?? undefined });
            }}
          >
            <IconEye size={16} aria-hidden />
          </ActionIcon>
        ),
    },
    { header: t('file'), render: (row) => <FileName row={row} id={id} /> },
    ...DETAILS,
  ];
  return (
    <>
      <ListTable
        label={t('files')}
        list={list}
        columns={columns}
        keyOf={({ guid }) => guid ?? ''}
        countText={(count) => t('fileCount', { count })}
        empty={<Empty title={t('noFiles')}>{t('noFilesWhatToDo')}</Empty>}
      />
      <FilePreview
        id={id}
        file={shown}
        onClose={() => {
          change({ file: undefined });
        }}
      />
    </>
  );
}

const DETAILS: readonly Column<ItemFile>[] = [
  { header: t('name'), render: ({ file }) => file.title },
  { header: t('fileNumber'), render: ({ file }) => file.number },
  { header: t('edition'), render: ({ file }) => file.edition },
  { header: t('type'), render: ({ waybill }) => waybill?.format ?? waybill?.mimeType },
  {
    header: t('size'),
    render: ({ waybill }) => (waybill?.size == null ? null : formatBytes(waybill.size)),
    isNumber: true,
  },
  {
    header: t('lastModified'),
    render: ({ waybill }) =>
      waybill?.lastModifiedDateTime == null ? null : <Time value={waybill.lastModifiedDateTime} />,
  },
];

function FileName({ row, id }: { readonly row: ItemFile; readonly id: string }) {
  const { file, waybill, primary } = row;
  const name = file.name ?? '';
  return (
    <Group gap="xs">
      {waybill?.haveContent === true ? (
        <Anchor
          href={contentUrl(id, file.guid ?? '')}
          download={name}
          aria-label={t('downloadOf', { name })}
          underline="always"
          fz="inherit"
        >
          <IconDownload size={14} aria-hidden /> {name}
        </Anchor>
      ) : (
        <Place name={name} location={file.location} />
      )}
      {primary && <Mark>{t('primary')}</Mark>}
      {waybill?.private === true && <Mark>{t('private')}</Mark>}
    </Group>
  );
}

function Mark({ children }: { readonly children: string }) {
  return (
    <Badge variant="outline" color="gray" className={classes['badge'] ?? ''}>
      {children}
    </Badge>
  );
}

/** Where a file is that Waybill does not hold: what a page may lead to, it does. */
function Place({ name, location }: { readonly name: string; readonly location: string | null }) {
  if (location !== null && /^https?:\/\//i.test(location))
    return (
      <Anchor href={location} target="_blank" rel="noreferrer noopener" underline="always">
        {t('visit', { place: name })}
      </Anchor>
    );
  return (
    <span>
      {name}{' '}
      <Text component="span" size="sm" c="dimmed">
        {location ?? t('notHeld')}
      </Text>
    </span>
  );
}
