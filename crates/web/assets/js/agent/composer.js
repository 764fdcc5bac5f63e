// agent/composer
