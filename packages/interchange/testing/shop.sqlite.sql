PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE countries (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
);
INSERT INTO countries VALUES('DE','Germany');
INSERT INTO countries VALUES('XX','it''s; CREATE TABLE evil (id);');
INSERT INTO countries VALUES('YY',replace('a\nb','\n',char(10)));
CREATE TABLE currencies (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  minor_units INTEGER NOT NULL
);
CREATE TABLE customers (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  birthday DATE,
  referred_by INTEGER REFERENCES customers(id) ON DELETE SET NULL,
  created_at DATETIME NOT NULL
);
CREATE TABLE customer_profiles (
  customer_id INTEGER PRIMARY KEY REFERENCES customers(id) ON DELETE SET NULL,
  bio TEXT,
  avatar_url TEXT,
  preferences TEXT NOT NULL
);
CREATE TABLE addresses (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  country_code TEXT NOT NULL REFERENCES countries(code) ON DELETE CASCADE,
  street TEXT NOT NULL,
  postcode TEXT,
  is_default BOOLEAN NOT NULL
);
CREATE TABLE staff (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  manager_id INTEGER REFERENCES staff(id) ON DELETE SET NULL,
  email TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL
);
CREATE TABLE roles (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE staff_roles (
  staff_id INTEGER NOT NULL REFERENCES staff(id) ON DELETE CASCADE,
  role_id INTEGER NOT NULL REFERENCES roles(id) ON DELETE CASCADE,
  granted_at DATETIME NOT NULL,
  PRIMARY KEY (staff_id, role_id)
) WITHOUT ROWID;
CREATE TABLE categories (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES categories(id) ON DELETE SET NULL,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
);
CREATE TABLE brands (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  country_code TEXT REFERENCES countries(code) ON DELETE SET NULL
);
CREATE TABLE products (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  brand_id INTEGER REFERENCES brands(id) ON DELETE SET NULL,
  title TEXT NOT NULL,
  description TEXT,
  tags TEXT,
  is_active BOOLEAN NOT NULL,
  created_at DATETIME NOT NULL
);
CREATE TABLE product_categories (
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  category_id INTEGER NOT NULL REFERENCES categories(id) ON DELETE CASCADE,
  PRIMARY KEY (product_id, category_id)
) WITHOUT ROWID;
CREATE TABLE product_images (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  UNIQUE ("product_id", "position")
);
CREATE TABLE variants (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  sku TEXT NOT NULL UNIQUE,
  weight_grams INTEGER,
  attributes TEXT NOT NULL
);
CREATE TABLE price_lists (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  currency_code TEXT NOT NULL REFERENCES currencies(code) ON DELETE CASCADE,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE prices (
  price_list_id INTEGER NOT NULL REFERENCES price_lists(id) ON DELETE CASCADE,
  variant_id INTEGER NOT NULL REFERENCES variants(id) ON DELETE CASCADE,
  amount NUMERIC NOT NULL,
  PRIMARY KEY (price_list_id, variant_id)
) WITHOUT ROWID;
CREATE TABLE warehouses (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  country_code TEXT NOT NULL REFERENCES countries(code) ON DELETE CASCADE
);
CREATE TABLE stock_levels (
  warehouse_id INTEGER NOT NULL REFERENCES warehouses(id) ON DELETE CASCADE,
  variant_id INTEGER NOT NULL REFERENCES variants(id) ON DELETE CASCADE,
  on_hand INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  PRIMARY KEY (warehouse_id, variant_id)
) WITHOUT ROWID;
CREATE TABLE suppliers (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  contact_email TEXT
);
CREATE TABLE purchase_orders (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier_id INTEGER NOT NULL REFERENCES suppliers(id) ON DELETE CASCADE,
  warehouse_id INTEGER NOT NULL REFERENCES warehouses(id) ON DELETE CASCADE,
  ordered_by INTEGER REFERENCES staff(id) ON DELETE SET NULL,
  created_at DATETIME NOT NULL
);
CREATE TABLE purchase_order_lines (
  purchase_order_id INTEGER NOT NULL REFERENCES purchase_orders(id) ON DELETE CASCADE,
  line_no INTEGER NOT NULL,
  variant_id INTEGER NOT NULL REFERENCES variants(id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (purchase_order_id, line_no)
) WITHOUT ROWID;
CREATE TABLE carts (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER UNIQUE REFERENCES customers(id) ON DELETE SET NULL,
  created_at DATETIME NOT NULL
);
CREATE TABLE cart_items (
  cart_id INTEGER NOT NULL REFERENCES carts(id) ON DELETE CASCADE,
  variant_id INTEGER NOT NULL REFERENCES variants(id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (cart_id, variant_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "orders" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER REFERENCES customers(id) ON DELETE SET NULL,
  shipping_address_id INTEGER NOT NULL REFERENCES addresses(id) ON DELETE CASCADE,
  billing_address_id INTEGER NOT NULL REFERENCES addresses(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('pending','paid','packed','shipped','delivered','cancelled')),
  total NUMERIC NOT NULL,
  placed_at DATETIME NOT NULL
);
CREATE TABLE order_lines (
  order_id INTEGER NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
  line_no INTEGER NOT NULL,
  variant_id INTEGER NOT NULL REFERENCES variants(id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL,
  unit_price NUMERIC NOT NULL,
  PRIMARY KEY (order_id, line_no)
) WITHOUT ROWID;
CREATE TABLE payments (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
  method TEXT NOT NULL CHECK (method IN ('card','transfer','voucher')),
  amount NUMERIC NOT NULL,
  reference TEXT UNIQUE
);
CREATE TABLE invoices (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL UNIQUE REFERENCES orders(id) ON DELETE CASCADE,
  number TEXT NOT NULL UNIQUE,
  issued_on DATE NOT NULL
);
CREATE TABLE shipments (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
  warehouse_id INTEGER NOT NULL REFERENCES warehouses(id) ON DELETE CASCADE,
  tracking_code TEXT,
  shipped_at DATETIME
);
CREATE TABLE shipment_lines (
  shipment_id INTEGER NOT NULL REFERENCES shipments(id) ON DELETE CASCADE,
  order_id INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, order_id, line_no),
  FOREIGN KEY (order_id, line_no) REFERENCES order_lines
) WITHOUT ROWID;
CREATE TABLE reviews (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  stars INTEGER NOT NULL,
  body TEXT,
  UNIQUE ("product_id", "customer_id")
);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('customers',12);
CREATE INDEX orders_placed ON orders(placed_at);
CREATE TRIGGER touch AFTER UPDATE ON orders BEGIN
  UPDATE orders SET total = total WHERE id = new.id;
  INSERT INTO payments(order_id) VALUES (new.id);
END;
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status <> 'delivered';
COMMIT;
