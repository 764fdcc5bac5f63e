// portal/files
