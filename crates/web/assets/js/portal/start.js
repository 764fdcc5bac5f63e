// portal/start
