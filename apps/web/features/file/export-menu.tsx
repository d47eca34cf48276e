'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { Braces, Download, FileCode2, FileImage, FileText, FileType2, ImageDown } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { downloadExport, type ExportChoice, exportChoices } from './export-file.ts';

const icons = { png: FileImage, svg: ImageDown, pdf: FileType2, md: FileText, mmd: FileCode2, json: Braces };

function Choice({ file, choice }: { file: Diagram; choice: ExportChoice }) {
  const Icon = icons[choice.format];
  return (
    <MenuItem icon={<Icon />} onSelect={() => void downloadExport(file, choice)}>
      {choice.label}
    </MenuItem>
  );
}

export function ExportMenu({ file }: { file: Diagram }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button aria-label="Export">
          <Download />
          <span className="max-lg:hidden">Export</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>Canvas</MenuLabel>
        {exportChoices.slice(0, 3).map((choice) => (
          <Choice key={choice.format} file={file} choice={choice} />
        ))}
        <MenuSeparator />
        <MenuLabel>Content</MenuLabel>
        {exportChoices.slice(3).map((choice) => (
          <Choice key={choice.format} file={file} choice={choice} />
        ))}
      </MenuContent>
    </Menu>
  );
}
