import {
  ActionIcon,
  Alert,
  Button,
  Center,
  Code,
  CopyButton,
  Group,
  Loader,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Failure } from '../../lib/failure.tsx';
import { t as shared } from '../../lib/texts-shared.ts';
import { formatBytes, Time } from '../../lib/time.tsx';
import { Preview } from './preview.tsx';
import { t } from './texts.ts';
import { useMembers, useRunFile, type FilePath, type Member, type RunFile } from './use-run.ts';

interface Props {
  readonly path: FilePath;
  readonly expires: string | null;
  /** The member whose rows are shown; by default the first that has some. */
  readonly member: string | undefined;
  readonly onMember: (name: string) => void;
}

/** The file of a run: what it is, what is in it, and the first rows of that. */
export function RunFileCard({ path, expires, member, onMember }: Props) {
  const file = useRunFile(path);
  if (file.isError) return <Failure error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined)
    return (
      <Center>
        <Loader aria-label={shared('loading')} />
      </Center>
    );
  return (
    <Stack>
      <FileFacts file={file.data} expires={expires} />
      {file.data.haveContent ? (
        <MemberList path={path} member={member} onMember={onMember} />
      ) : (
        <Alert color="gray" title={t('expiredTitle')}>
          {t('expired')}
        </Alert>
      )}
    </Stack>
  );
}

function FileFacts({ file, expires }: { readonly file: RunFile; readonly expires: string | null }) {
  return (
    <Table variant="vertical" withRowBorders={false} layout="auto">
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t('fileName')}</Table.Th>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{file.name}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('size')}</Table.Th>
          <Table.Td>{formatBytes(file.size)}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('sha256')}</Table.Th>
          <Table.Td>
            <Group gap={4} wrap="nowrap">
              <Code style={{ overflowWrap: 'anywhere' }}>{file.sha256}</Code>
              <CopyButton value={file.sha256}>
                {({ copied, copy }) => (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    onClick={copy}
                    aria-label={`${shared('copy')} ${t('sha256')}`}
                  >
                    {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                  </ActionIcon>
                )}
              </CopyButton>
            </Group>
          </Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('expires')}</Table.Th>
          <Table.Td>
            <Time value={expires} />
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function MemberList({ path, member, onMember }: Omit<Props, 'expires'>) {
  const members = useMembers(path);
  if (members.isError) return <Failure error={members.error} onRetry={() => void members.refetch()} />;
  if (members.data === undefined)
    return (
      <Center>
        <Loader aria-label={shared('loading')} />
      </Center>
    );
  const listed = members.data.pages.flatMap(({ results }) => results);
  const count = members.data.pages[0]?.count ?? 0;
  const shown = member ?? listed.find(({ hasPreview }) => hasPreview)?.name;
  return (
    <Stack>
      <Title order={3} size="h4">
        {t('members')}
      </Title>
      <Table.ScrollContainer minWidth={520} type="native">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('member')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('size')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('packed')}
              </Table.Th>
              <Table.Th scope="col">{t('crc32')}</Table.Th>
              <Table.Th scope="col">{t('show')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {listed.map((one) => (
              <MemberRow key={one.name} member={one} isShown={one.name === shown} onMember={onMember} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {members.hasNextPage && (
        <Button
          variant="default"
          loading={members.isFetchingNextPage}
          onClick={() => void members.fetchNextPage()}
        >
          {t('moreMembers', { count })}
        </Button>
      )}
      {shown !== undefined && <Preview path={path} member={shown} />}
    </Stack>
  );
}

interface RowProps {
  readonly member: Member;
  readonly isShown: boolean;
  readonly onMember: (name: string) => void;
}

function MemberRow({ member, isShown, onMember }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{member.name}</Table.Td>
      <Table.Td ta="right">{formatBytes(member.size)}</Table.Td>
      <Table.Td ta="right">{formatBytes(member.compressedSize)}</Table.Td>
      <Table.Td>{member.crc32 === null ? '–' : <Code>{member.crc32}</Code>}</Table.Td>
      <Table.Td>
        {member.hasPreview ? (
          <Button
            size="compact-sm"
            variant={isShown ? 'filled' : 'default'}
            aria-pressed={isShown}
            aria-label={t('showOf', { name: member.name })}
            onClick={() => {
              onMember(member.name);
            }}
          >
            {t('show')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('noPreview')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
