"""The papers of a musyawarah, as drafts for those who check and sign them: PDF, and Word from templates."""
