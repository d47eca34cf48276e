'use client';
import { changeRecord, type Editor, plainShape, type ShapePreset } from '@autograph/editor';
import { toSvg } from '@autograph/render';
import { useMemo } from 'react';

/** A ready-made shape, small. */
export function ShapePreview({ editor, type, props }: { editor: Editor; type: string; props: ShapePreset['props'] }) {
  const { theme } = editor;
  const src = useMemo(() => {
    const definition = editor.definition(type);
    if (!definition) return undefined;
    const ratio = Math.min(2, Math.max(0.6, (props.w ?? 1) / (props.h ?? 1)));
    const size = ratio > 1.2 ? { w: 52, h: 52 / ratio } : { w: 40 * ratio, h: 40 };
    const shape = changeRecord(plainShape(definition), { ...props, ...size, text: '', stroke_width: 3, fill: 'none' });
    const list = definition.draw(shape, { ...editor.drawContext, theme });
    const svg = toSvg(list, { box: { x: -3, y: -3, w: size.w + 6, h: size.h + 6 } });
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [editor, type, props, theme]);
  return src ? <img src={src} alt="" className="size-5 object-contain opacity-70" /> : null;
}
