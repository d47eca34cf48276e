'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { NamedIcon } from '@/components/ui/named-icon.tsx';
import { downloadExport, type ExportChoice } from './export-file.ts';
import { useFileSession } from './session-context.ts';
import { useExportFormats } from './use-export-formats.ts';

function Choice({ file, choice }: { file: Diagram; choice: ExportChoice }) {
  const { editor } = useFileSession();
  const { language } = choice;
  const isEmpty = language !== undefined && ![...editor.document.blocks.values()].some((block) => block.language === language);
  return (
    <MenuItem icon={<NamedIcon name={choice.icon} />} disabled={isEmpty} onSelect={() => void downloadExport(file, choice)}>
      {choice.label}
      {isEmpty ? <span className="block text-ink-soft text-xs">No such diagram as code in this file</span> : null}
    </MenuItem>
  );
}

function Choices({ file, title, choices }: { file: Diagram; title: string; choices: readonly ExportChoice[] }) {
  return (
    <>
      <MenuLabel>{title}</MenuLabel>
      {choices.map((choice) => (
        <Choice key={choice.format} file={file} choice={choice} />
      ))}
    </>
  );
}

export function ExportMenu({ file }: { file: Diagram }) {
  const formats = useExportFormats();
  const showing = (what: ExportChoice['shows']) => formats.filter(({ shows }) => shows === what);
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button aria-label="Export" disabled={formats.length === 0}>
          <Download />
          <span className="max-lg:hidden">Export</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <Choices file={file} title="Canvas" choices={showing('canvas')} />
        <MenuSeparator />
        <Choices file={file} title="Content" choices={showing('content')} />
      </MenuContent>
    </Menu>
  );
}
