export default `
## course-transformer: the Transformer

course-transformer-title = El Transformer
course-transformer-question = ¿Qué red aprende a escribir una palabra al revés?
course-transformer-lead =
    Doce letras se tienen que escribir en orden inverso. Ambas redes son Transformers de una capa, en la que cada lugar mira todas las letras
    a la vez (atención). A una se le dice dónde está cada letra (posiciones), a la otra no.
course-transformer-summary = Dos Transformers escriben palabras al revés; a uno le falta una parte. Predice si importa, y después quítale otras, una a una.
course-transformer-thumbnail = Adónde miran dos Transformers al escribir doce letras al revés: sin posiciones a todas partes, con ellas a lo largo de una diagonal, como en un espejo.
course-transformer-choice_with = La que recibe posiciones
course-transformer-reply_with =
    Sí. La que recibe posiciones acierta casi en todas partes tras más o menos cien pasos; la otra acierta más o menos una letra de cada
    cuatro, y así casi nunca una palabra entera.
course-transformer-choice_without = La que no recibe posiciones
course-transformer-reply_without =
    La que no recibe posiciones sí ve todas las letras, y tiene menos que aprender. Pero para ella están en un montón: sabe cuáles hay, y
    adivina entre ellas.
course-transformer-choice_both = Ambas: ven las letras en orden
course-transformer-reply_both =
    Una RNN las ve en orden: lee una letra tras otra. Un Transformer las ve todas a la vez, y sin posiciones cualquier orden de las mismas
    letras es para él lo mismo.
course-transformer-choice_neither = Ninguna
course-transformer-reply_neither =
    Un Transformer no necesita memoria, pues todas las letras siguen a la vista: cada lugar tiene que mirar aquel que es su reflejo. La red que
    recibe posiciones lo aprende en más o menos cien pasos.
course-transformer-reply_unsure = Pues míralo: la que recibe posiciones lo aprende, la otra adivina entre las letras que hay.
course-transformer-why =
    La atención busca las letras por lo que son, y una letra es la misma esté donde esté. Así, la red sin posiciones sabe qué letras hay, no
    dónde: acierta más o menos una de cada cuatro, y casi nunca una palabra entera. Con posiciones, cada lugar encuentra su reflejo: la
    primera que se escribe mira la última que se leyó.
course-transformer-knob = ¿Qué le falta a la primera red?
course-transformer-knob_positions = Las posiciones
course-transformer-knob_residual = Residuales: sumar lo leído
course-transformer-knob_deep = Residuales, en seis capas
course-transformer-knob_norms = Normalización: números en una escala
course-transformer-knob_heads = Cabezas: una mirada, no cuatro a la vez
course-transformer-challenge = Encuentra qué le puede faltar a la primera red sin que deje de acertar al menos el 95 % de las letras.
course-transformer-challenge_done =
    Basta una cabeza: a cada lugar le basta mirar otro. Una sola capa no necesita conexiones residuales. Pero seis capas sin ellas, o una
    sin normalización, aciertan menos del 30 % de las letras en 200 pasos.
course-transformer-transfer =
    Un Transformer sin posiciones lee «perro muerde a hombre» y después «hombre muerde a perro», y tiene que decir quién sale herido. ¿Qué
    responde?
course-transformer-transfer_different = Dos respuestas distintas, pues va primero otra palabra
course-transformer-transfer_reply_different =
    Al Transformer no se le dice qué palabra va primero: para él ambas son las mismas cuatro palabras.
course-transformer-transfer_same = Lo mismo en ambos casos
course-transformer-transfer_reply_same =
    Sí: para el Transformer ambas son las mismas cuatro palabras, y su orden es lo que no se le dice.
course-transformer-transfer_random = Algo al azar
course-transformer-transfer_reply_random =
    Un Transformer entrenado no responde al azar: las mismas cuatro palabras dan la misma respuesta, en cualquier orden.
course-transformer-remember =
    Un Transformer lo ve todo a la vez, y solo sabe dónde está algo si se le dice. Sin eso, las mismas letras en otro
    orden son lo mismo para él.
course-transformer-background_1 =
    Cada lugar hace tres vectores: una consulta, una clave y un valor, aquí las filas de Q, K y V. Los productos de una consulta con todas las
    claves, divididos por la raíz de su ancho, se vuelven proporciones que suman 1 (softmax), y según estas proporciones se suman los valores.
    Varias cabezas lo hacen una junto a otra, cada una con una parte del ancho. Nada de esto depende de dónde está un lugar. Por eso Vaswani y
    otros (2017), que construyeron un traductor de atención sin recurrencia alguna, sumaron a cada vector ondas de muchas longitudes: en la
    segunda fórmula t es el lugar, e i cuenta pares de sus d números. Las redes de aquí aprenden, en cambio, un vector para cada lugar; aquel
    artículo también lo probó, con casi los mismos resultados. Las posiciones rotatorias (Su y otros 2021) giran consultas y claves un ángulo que
    crece con el lugar, de modo que su producto depende de cuán separados están dos lugares.
course-transformer-background_2 =
    Cada parte f de una capa suma su resultado a lo que leyó, x (una conexión residual). En el camino de vuelta, el error pasa entonces por un
    producto de I, que lo deja como está, más algo, y no de ese algo solo. Así entrenaron He y otros (2016) redes de 152 capas con imágenes. La
    normalización lleva los números de cada lugar a una misma media y escala (Ba, Kiros y Hinton 2016). El primer Transformer normalizaba cada
    suma; Xiong y otros (2020) sostienen que los gradientes se comportan mejor al empezar el entrenamiento si se normaliza lo que lee una parte,
    como aquí. Lo que muestra este capítulo vale para una tarea pequeña, este ancho, estos primeros pesos y 200 pasos: por qué la normalización
    ayuda tanto se sigue discutiendo. `;
