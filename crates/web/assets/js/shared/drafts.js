// shared/drafts
