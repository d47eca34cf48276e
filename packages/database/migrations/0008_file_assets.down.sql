DROP TABLE "file_assets";
