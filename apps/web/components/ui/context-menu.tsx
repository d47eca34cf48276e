'use client';
import { ContextMenu as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Keys } from './keys.tsx';
import { menuClass, menuDangerClass, menuItemClass, menuSeparatorClass } from './menu-styles.ts';

export const ContextMenu = Primitive.Root;
export const ContextMenuTrigger = Primitive.Trigger;

export function ContextMenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content collisionPadding={8} className={cn(menuClass, className)} {...props} />
    </Primitive.Portal>
  );
}

export function ContextMenuItem({
  icon,
  keys,
  danger,
  children,
  ...props
}: ComponentProps<typeof Primitive.Item> & { icon?: ReactNode; keys?: string | undefined; danger?: boolean }) {
  return (
    <Primitive.Item className={cn(menuItemClass, danger && menuDangerClass)} {...props}>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {keys ? <Keys keys={keys} className="border-transparent bg-transparent" /> : null}
    </Primitive.Item>
  );
}

export function ContextMenuSeparator() {
  return <Primitive.Separator className={menuSeparatorClass} />;
}
