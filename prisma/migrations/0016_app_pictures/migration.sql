-- Room SITE: pictures of apps.
alter table "site_app_picture" add foreign key ("case_id") references "subject" ("id");
alter table "site_app_picture" add constraint "site_app_picture_type" check ("type" in ('image/png', 'image/jpeg'));
alter table "site_app_picture" add constraint "site_app_picture_shows"
  check ("shows" in ('products', 'shippingPolicy', 'refundPolicy', 'checkout', 'company'));
