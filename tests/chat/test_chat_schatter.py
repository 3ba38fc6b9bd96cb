"""The classifier as plain numbers gives the chances that scikit-learn gives."""

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from assistant.chat.components.schatter import Gewichten


def test_de_gewichten_geven_de_kansen_van_scikit_learn() -> None:
    toeval = np.random.default_rng(1)
    kenmerken, soorten = csr_matrix(toeval.normal(size=(60, 8))), toeval.choice(["feit", "groet", "vraag"], size=60)
    model = LogisticRegression().fit(kenmerken, soorten)
    kansen = Gewichten(model.coef_, model.intercept_, model.classes_).predict_proba(kenmerken)
    assert np.allclose(kansen, model.predict_proba(kenmerken), atol=1e-12)
    assert np.allclose(kansen.sum(axis=1), 1)
